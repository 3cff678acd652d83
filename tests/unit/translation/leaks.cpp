// GNU gettext's library does not free all that it takes for messages, whoever calls it. LeakSanitizer
// looks for this function by its name.
extern "C" const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_suppressions() { return "leak:libgettextpo"; }
