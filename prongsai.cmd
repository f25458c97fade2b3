@echo off & setlocal & chcp 65001 >nul
rem Starts Prongsai; the first time it is built, with Maven. Exit code 3: Java or Maven is missing, or the build failed.
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"
"%java%" -version 2>&1 | findstr /r /c:"version .1[7-9]" /c:"version .[2-9][0-9]" >nul || (>&2 echo กรุณาติดตั้ง Java 17 ขึ้นไป / Java 17 or later is needed: https://adoptium.net & exit /b 3)
set "jar=%~dp0prongsai.jar"
if not exist "%jar%" set "jar=%~dp0target\prongsai-run.jar"
if not exist "%jar%" >&2 echo กำลังเตรียมโปรแกรมเป็นครั้งแรก ใช้เวลาประมาณหนึ่งนาที / Building for the first time, which takes about a minute
if not exist "%jar%" call mvn -B -q -ntp -f "%~dp0pom.xml" process-classes jar:jar@default-jar shade:shade@default 1>&2 && move /y "%~dp0target\prongsai.jar" "%jar%" >nul
if not exist "%jar%" (>&2 echo เตรียมไม่สำเร็จ ต้องมี JDK 17 และ Maven 3.8 ขึ้นไป / The build failed; it needs JDK 17 and Maven 3.8 or later: https://adoptium.net https://maven.apache.org & exit /b 3)
"%java%" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmn64m -XX:MinHeapFreeRatio=15 -XX:MaxHeapFreeRatio=30 -Djava.awt.headless=true -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 "-Dprongsai.home=%~dp0." -jar "%jar%" %*
