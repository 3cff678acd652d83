// ICU's simpletz.cpp without calendars. One function of it asks a GregorianCalendar whether it is summer,
// which nobody calls, and which brings the calendars of the world along, and all that ICU knows of the
// names of languages: a twentieth of the program.
#include "unicode/gregocal.h"

U_NAMESPACE_BEGIN

struct NoCalendar {
  enum { BC, AD };
  NoCalendar(const TimeZone&, UErrorCode& status) { status = U_UNSUPPORTED_ERROR; }
  void setTime(UDate, UErrorCode&) {}
  UBool inDaylightTime(UErrorCode&) const { return false; }
};

U_NAMESPACE_END

#define GregorianCalendar NoCalendar
#include "simpletz.cpp"
