/* For trying under Wine only: Qt6Core imports Windows' own icuuc.dll, which Wine 8 has not. Every
   converter fails to open, and Qt does without. */
#define API __declspec(dllexport)
typedef int UErrorCode;
enum { MISSING = 4 };
API void *ucnv_open(const char *name, UErrorCode *error) { (void)name; if (error) *error = MISSING; return 0; }
API void ucnv_close(void *converter) { (void)converter; }
API void ucnv_reset(void *converter) { (void)converter; }
API void UCNV_FROM_U_CALLBACK_SUBSTITUTE(void) {}
API void UCNV_TO_U_CALLBACK_SUBSTITUTE(void) {}
API signed char ucnv_getMaxCharSize(void *converter) { (void)converter; return 1; }
API const char *ucnv_getName(void *converter, UErrorCode *error) { (void)converter; if (error) *error = MISSING; return 0; }
API void ucnv_getToUCallBack(void) {}
API void ucnv_getFromUCallBack(void) {}
API void ucnv_setToUCallBack(void) {}
API void ucnv_setFromUCallBack(void) {}
API void ucnv_cbToUWriteUChars(void) {}
API void ucnv_toUnicode(void) {}
API void ucnv_cbFromUWriteUChars(void) {}
API int ucnv_toUCountPending(void *converter, UErrorCode *error) { (void)converter; (void)error; return 0; }
API const char *ucnv_getStandardName(const char *name, const char *standard, UErrorCode *error)
{ (void)name; (void)standard; if (error) *error = MISSING; return 0; }
API const char *ucnv_getAvailableName(int number) { (void)number; return 0; }
API int ucnv_countAvailable(void) { return 0; }
API void ucnv_fromUnicode(void) {}
