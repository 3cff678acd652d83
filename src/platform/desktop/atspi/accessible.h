// One node of the semantic tree as an object of ATK. Which of ATK's interfaces an object has depends on the
// node and stays so as long as it lives.
#pragma once

#include <atk/atk.h>

#include <string>
#include <vector>

#include "platform/desktop/accessible_tree.h"

namespace platform {
class AccessibilityHost;
}

namespace platform::atspi {

// What an object stands for. The objects of nodes that are gone, which the bus may hold for a while, have
// none.
struct Peer {
  AtkObject* object = nullptr;  // this side's reference to it
  AccessibilityHost* host = nullptr;
  AccessibleNode node;     // of the frame that was told last; of the window itself its title alone
  Peer* parent = nullptr;  // null: the application
  std::vector<Peer*> children;
  bool told = false;  // that it is there: from then on its children are told of as they come and go
  // Of a field that is being written into, in characters.
  int caret = 0;
  int selection_begin = 0;
  int selection_end = 0;
};

// Of which kind the object of a node is; when that changes it is another object.
unsigned kind_of(const AccessibleNode& node);

// A new object for the peer, which becomes its `object`. `window`: the window itself.
void give_object(Peer& peer, unsigned kind);
void give_window_object(Peer& peer);
// It stands for nothing any more, and the peer lets it go.
void take_object(Peer& peer);

// The peer of an object of ours; null when there is none.
Peer* peer_of(gpointer object);

// What is read in the node by letters and words.
const std::string& text_of(const AccessibleNode& node);

// The number of characters in that many bytes of the text, and the other way round.
int characters_in(const std::string& text, int bytes);
int bytes_in(const std::string& text, int characters);

// Fills in ATK's interfaces for texts: text.cpp.
void fill_text(AtkTextIface* interface, gpointer);
void fill_editable_text(AtkEditableTextIface* interface, gpointer);

}  // namespace platform::atspi
