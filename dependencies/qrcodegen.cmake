# The target `qrcodegen`: QR codes. Only src/carry includes <qrcodegen.h>.
summit_library(qrcodegen)
add_library(qrcodegen STATIC IMPORTED GLOBAL)
set_target_properties(qrcodegen PROPERTIES
  IMPORTED_LOCATION ${qrcodegen_directory}/lib/libqrcodegen.a
  INTERFACE_INCLUDE_DIRECTORIES ${qrcodegen_directory}/include)
