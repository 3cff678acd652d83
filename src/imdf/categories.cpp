#include "imdf/categories.h"

#include <algorithm>

namespace imdf {
namespace {

using model::UnitKind;
using Words = std::string_view;

constexpr Words units[] = {"auditorium",
                           "brick",
                           "classroom",
                           "column",
                           "concrete",
                           "conferenceroom",
                           "drywall",
                           "elevator",
                           "escalator",
                           "fieldofplay",
                           "firstaid",
                           "fitnessroom",
                           "foodservice",
                           "footbridge",
                           "glass",
                           "huddleroom",
                           "kitchen",
                           "laboratory",
                           "library",
                           "lobby",
                           "lounge",
                           "mailroom",
                           "mothersroom",
                           "movietheater",
                           "movingwalkway",
                           "nonpublic",
                           "office",
                           "opentobelow",
                           "parking",
                           "phoneroom",
                           "platform",
                           "privatelounge",
                           "ramp",
                           "recreation",
                           "restroom",
                           "restroom.family",
                           "restroom.female",
                           "restroom.female.wheelchair",
                           "restroom.male",
                           "restroom.male.wheelchair",
                           "restroom.transgender",
                           "restroom.transgender.wheelchair",
                           "restroom.unisex",
                           "restroom.unisex.wheelchair",
                           "restroom.wheelchair",
                           "road",
                           "room",
                           "serverroom",
                           "shower",
                           "smokingarea",
                           "stairs",
                           "steps",
                           "storage",
                           "structure",
                           "terrace",
                           "theater",
                           "unenclosedarea",
                           "unspecified",
                           "vegetation",
                           "waitingroom",
                           "walkway",
                           "walkway.island",
                           "wood"};

constexpr Words amenities[] = {"amphitheater",
                               "animalreliefarea",
                               "arrivalgate",
                               "atm",
                               "babychanging",
                               "baggagecarousel",
                               "baggagecarousel.intl",
                               "baggagecarts",
                               "baggageclaim",
                               "baggageclaim.oversize",
                               "baggagerecheck",
                               "baggagestorage",
                               "boardinggate",
                               "boardinggate.aircraft",
                               "boardinggate.bus",
                               "boardinggate.ferry",
                               "boardinggate.train",
                               "bus",
                               "bus.muni",
                               "bus.national",
                               "businesscenter",
                               "cabin",
                               "caregiver",
                               "carrental",
                               "cashier",
                               "changemachine",
                               "checkin",
                               "checkin.desk",
                               "checkin.desk.oversizebaggage",
                               "checkin.desk.transfer",
                               "checkin.selfservice",
                               "childplayarea",
                               "coinlocker",
                               "copymachine",
                               "defibrillator",
                               "drinkingfountain",
                               "eatingdrinking",
                               "elevator",
                               "emergencyshelter",
                               "entry",
                               "escalator",
                               "exhibit",
                               "faregate",
                               "faregate.oversized",
                               "fieldofplay",
                               "fieldofplay.americanfootball",
                               "fieldofplay.baseball",
                               "fieldofplay.basketball",
                               "fieldofplay.fieldhockey",
                               "fieldofplay.icehockey",
                               "fieldofplay.rugby",
                               "fieldofplay.soccer",
                               "fieldofplay.softball",
                               "fieldofplay.tennis",
                               "fieldofplay.trackfield",
                               "fieldofplay.volleyball",
                               "firealarmpullstation",
                               "fireextinguisher",
                               "firstaid",
                               "fittingroom",
                               "foodservice",
                               "gatearea",
                               "groundtransportation",
                               "guestservices",
                               "handsanitizerstation",
                               "healthscreening",
                               "hoteling",
                               "immigration",
                               "information",
                               "information.bid",
                               "information.carrental",
                               "information.hotel",
                               "information.mufid",
                               "information.mufid.arrivals",
                               "information.mufid.departures",
                               "information.transit",
                               "landmark",
                               "library",
                               "limo",
                               "lostandfound",
                               "mailbox",
                               "meditation",
                               "meetingpoint",
                               "mobilityrescue",
                               "mothersroom",
                               "movingwalkway",
                               "paidarea",
                               "parkandride",
                               "parking",
                               "parking.bicycle",
                               "parking.compact",
                               "parking.ev",
                               "parking.longterm",
                               "parking.motorcycle",
                               "parking.shortterm",
                               "parking.waitingarea",
                               "payphone",
                               "pedestriancrossing",
                               "peoplemover",
                               "phone",
                               "phone.emergency",
                               "photobooth",
                               "platform",
                               "police",
                               "powerchargingstation",
                               "prayerroom",
                               "prayerroom.buddhism",
                               "prayerroom.christianity",
                               "prayerroom.hinduism",
                               "prayerroom.islam",
                               "prayerroom.islam.female",
                               "prayerroom.islam.male",
                               "prayerroom.judaism",
                               "prayerroom.shintoism",
                               "prayerroom.sikh",
                               "prayerroom.taoic",
                               "privatelounge",
                               "productreturn",
                               "rail.muni",
                               "rail.national",
                               "ramp",
                               "reception.desk",
                               "recreation",
                               "restroom",
                               "restroom.family",
                               "restroom.female",
                               "restroom.female.wheelchair",
                               "restroom.male",
                               "restroom.male.wheelchair",
                               "restroom.transgender",
                               "restroom.transgender.wheelchair",
                               "restroom.unisex",
                               "restroom.unisex.wheelchair",
                               "restroom.wheelchair",
                               "rideshare",
                               "seat",
                               "seating",
                               "security",
                               "security.checkpoint",
                               "security.inspection",
                               "service",
                               "shower",
                               "shuttle",
                               "sleepbox",
                               "smokingarea",
                               "stairs",
                               "storage",
                               "strollerrental",
                               "studentadmissions",
                               "studentservices",
                               "swimmingpool",
                               "swimmingpool.children",
                               "swimmingpool.family",
                               "taxi",
                               "ticketing",
                               "ticketing.airline",
                               "ticketing.bus",
                               "ticketing.bus.muni",
                               "ticketing.bus.national",
                               "ticketing.rail",
                               "ticketing.rail.muni",
                               "ticketing.rail.national",
                               "ticketing.shuttle",
                               "traintrack",
                               "transit",
                               "unspecified",
                               "valet",
                               "vendingmachine",
                               "vendingmachine.trainticket",
                               "wheelchairassist",
                               "wifi",
                               "yoga"};

constexpr Words openings[] = {
    "automobile",         "bicycle", "emergencyexit", "pedestrian", "pedestrian.principal",
    "pedestrian.transit", "service"};
constexpr Words levels[] = {
    "arrivals",        "arrivals.domestic", "arrivals.intl", "departures", "departures.domestic",
    "departures.intl", "parking",           "transit",       "unspecified"};
constexpr Words buildings[] = {"parking", "transit", "transit.bus", "transit.train", "unspecified"};
constexpr Words footprints[] = {"aerial", "ground", "subterranean"};
constexpr Words fixtures[] = {"baggagecarousel",
                              "boardinggate.desk",
                              "checkin.desk",
                              "checkin.kiosk",
                              "desk",
                              "equipment",
                              "furniture",
                              "immigration.desk",
                              "inspection.desk",
                              "obstruction",
                              "securityequipment",
                              "stage",
                              "vegetation",
                              "wall"};
constexpr Words geofences[] = {"concourse",    "geofence",    "paidarea", "platform",
                               "postsecurity", "presecurity", "terminal", "underconstruction"};
constexpr Words relationships[] = {"elevator", "escalator", "movingwalkway", "ramp",
                                   "stairs",   "traversal", "traversal.path"};
constexpr Words accessibility[] = {
    "assisted.listening", "braille", "hearing", "hearingloop", "signlanginterpreter",
    "tactilepaving",      "tdd",     "trs",     "volume",      "wheelchair"};
constexpr Words access_controls[] = {"badgereader",   "fingerprintreader", "guard",
                                     "keyaccess",     "outofservice",      "passwordaccess",
                                     "retinascanner", "voicerecognition"};
constexpr Words doors[] = {"door",
                           "movablepartition",
                           "open",
                           "revolving",
                           "shutter",
                           "sliding",
                           "swinging",
                           "turnstile",
                           "turnstile.fullheight",
                           "turnstile.waistheight",
                           "unspecified"};

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::ranges::find(words, word) != words.end();
}

}  // namespace

std::span<const std::string_view> categories_of(FeatureType type) {
  switch (type) {
    case FeatureType::unit: return units;
    case FeatureType::amenity: return amenities;
    case FeatureType::opening: return openings;
    case FeatureType::level: return levels;
    case FeatureType::building: return buildings;
    case FeatureType::footprint: return footprints;
    case FeatureType::fixture: return fixtures;
    case FeatureType::geofence: return geofences;
    case FeatureType::relationship: return relationships;
    default: return {};
  }
}

std::span<const std::string_view> accessibility_words() { return accessibility; }
std::span<const std::string_view> access_control_words() { return access_controls; }
std::span<const std::string_view> door_words() { return doors; }

UnitKind kind_of_unit(std::string_view category) {
  if (category.starts_with("restroom")) return UnitKind::toilets;
  if (is_one_of(category, {"walkway", "lobby", "footbridge", "platform", "road"})) return UnitKind::walkway;
  if (is_one_of(category, {"auditorium", "theater", "movietheater", "classroom"})) return UnitKind::hall;
  if (is_one_of(category, {"conferenceroom", "huddleroom", "privatelounge", "lounge"}))
    return UnitKind::meeting;
  if (is_one_of(category, {"foodservice"})) return UnitKind::food;
  if (is_one_of(category, {"firstaid"})) return UnitKind::aid;
  if (is_one_of(category, {"unenclosedarea", "terrace", "vegetation", "parking", "fieldofplay"}))
    return UnitKind::outdoor;
  if (is_one_of(category, {"nonpublic", "serverroom", "storage", "kitchen", "mailroom"}))
    return UnitKind::staff;
  if (is_one_of(category, {"stairs", "steps"})) return UnitKind::stairs;
  if (category == "escalator") return UnitKind::escalator;
  if (category == "elevator") return UnitKind::lift;
  if (category == "ramp") return UnitKind::ramp;
  if (category == "movingwalkway") return UnitKind::moving_walkway;
  if (category == "opentobelow") return UnitKind::open_to_below;
  if (is_one_of(category,
                {"brick", "column", "concrete", "drywall", "glass", "structure", "walkway.island", "wood"}))
    return UnitKind::solid;
  if (is_one_of(category, {"library", "mothersroom", "phoneroom", "recreation", "shower", "smokingarea",
                           "waitingroom"}))
    return UnitKind::service;
  return UnitKind::room;
}

UnitKind kind_of_desk(std::string_view category) {
  if (is_one_of(category, {"eatingdrinking", "foodservice"})) return UnitKind::food;
  if (category == "firstaid") return UnitKind::aid;
  return UnitKind::service;
}

model::MapAccess access_of(std::string_view restriction) {
  if (restriction == "employeesonly") return model::MapAccess::staff;
  return restriction.empty() ? model::MapAccess::everyone : model::MapAccess::restricted;
}

bool is_open(std::string_view category) {
  return is_one_of(category, {"walkway", "lobby", "footbridge", "platform", "road", "unenclosedarea",
                              "terrace", "ramp", "movingwalkway", "steps"});
}

}  // namespace imdf
