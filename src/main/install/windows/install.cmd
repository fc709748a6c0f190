@echo off
rem Installs the service, or replaces the program by a newer one. Run as administrator, in the folder that holds this file,
rem ho-so-truc-tuyen.jar and ho-so-truc-tuyen.exe (WinSW-x64.exe renamed).  install.cmd remove  takes it away and keeps the data.
chcp 65001 >nul
setlocal
set "PROGRAM=%ProgramFiles%\HoSoTrucTuyen"
set "DATA=%ProgramData%\HoSoTrucTuyen"
set "LINK=%ProgramData%\Microsoft\Windows\Start Menu\Programs\Ho so truc tuyen.url"
net session >nul 2>&1 || (echo Hãy chạy tệp này bằng quyền quản trị viên ^(Run as administrator^). & exit /b 1)

if /i "%~1"=="remove" (
    "%PROGRAM%\ho-so-truc-tuyen.exe" stop --force 2>nul
    "%PROGRAM%\ho-so-truc-tuyen.exe" uninstall
    del "%LINK%" 2>nul
    rmdir /s /q "%PROGRAM%"
    echo Đã gỡ chương trình. Dữ liệu còn nguyên ở %DATA%.
    exit /b 0
)

where java >nul 2>&1 || (echo Chưa có Java 17 trở lên. Hãy cài Temurin 17 hoặc mới hơn, cho mọi người dùng, rồi chạy lại. & exit /b 1)
for %%f in (ho-so-truc-tuyen.jar ho-so-truc-tuyen.exe ho-so-truc-tuyen.xml) do if not exist "%~dp0%%f" (echo Thiếu tệp %%f & exit /b 1)
if exist "%PROGRAM%\ho-so-truc-tuyen.exe" "%PROGRAM%\ho-so-truc-tuyen.exe" stop 2>nul
if not exist "%PROGRAM%" mkdir "%PROGRAM%"
if not exist "%DATA%" mkdir "%DATA%"
rem Only the service, the system and administrators; S-1-5-19 is LocalService, whatever the language of Windows.
icacls "%DATA%" /inheritance:r /grant:r "*S-1-5-19:(OI)(CI)F" "*S-1-5-18:(OI)(CI)F" "*S-1-5-32-544:(OI)(CI)F" >nul
if exist "%PROGRAM%\ho-so-truc-tuyen.jar" copy /y "%PROGRAM%\ho-so-truc-tuyen.jar" "%PROGRAM%\ho-so-truc-tuyen.jar.truoc" >nul
copy /y "%~dp0ho-so-truc-tuyen.*" "%PROGRAM%\" >nul || exit /b 1
copy /y "%~dp0Ho so truc tuyen.url" "%LINK%" >nul
"%PROGRAM%\ho-so-truc-tuyen.exe" install 2>nul
"%PROGRAM%\ho-so-truc-tuyen.exe" start || exit /b 1
echo Đã cài. Đợi một phút rồi mở mục "Ho so truc tuyen" trong menu Start.
echo Liên kết tạo quản trị viên đầu tiên ở trong thư mục %DATA%\console.
