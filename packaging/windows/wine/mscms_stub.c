/* For trying under Wine only: Wine 8's mscms.dll lacks what Qt asks about colour profiles. */
#include <windows.h>
#define API __declspec(dllexport)
API HANDLE WINAPI WcsCreateIccProfile(HANDLE profile, DWORD options) { (void)profile; (void)options; return 0; }
API HANDLE WINAPI WcsOpenColorProfileW(void *a, void *b, void *c, DWORD d, DWORD e, DWORD f, DWORD g)
{ (void)a; (void)b; (void)c; (void)d; (void)e; (void)f; (void)g; SetLastError(ERROR_FILE_NOT_FOUND); return 0; }
API HANDLE WINAPI OpenColorProfileW(void *a, DWORD b, DWORD c, DWORD d)
{ (void)a; (void)b; (void)c; (void)d; SetLastError(ERROR_FILE_NOT_FOUND); return 0; }
API BOOL WINAPI CloseColorProfile(HANDLE profile) { (void)profile; return TRUE; }
API BOOL WINAPI GetColorProfileFromHandle(HANDLE profile, BYTE *buffer, DWORD *length)
{ (void)profile; (void)buffer; if (length) *length = 0; return FALSE; }
API BOOL WINAPI GetColorDirectoryW(void *machine, void *buffer, DWORD *length)
{ (void)machine; (void)buffer; (void)length; return FALSE; }
