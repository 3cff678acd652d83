# summit_i18n: the folder with the texts of the app, one file for each language. An event may bring languages that the
# app does not have, in EVENT/i18n: then it is a copy with those in it, made when this is configured. The scripts
# that cut ICU's data and the fonts find it in the environment.
set(summit_i18n ${PROJECT_SOURCE_DIR}/i18n)

# summit_add_languages(FOLDER OUT): OUT becomes i18n/ with the languages of FOLDER.
function(summit_add_languages folder out)
  execute_process(COMMAND ${Python3_EXECUTABLE} ${PROJECT_SOURCE_DIR}/src/text/add_languages.py
    ${PROJECT_SOURCE_DIR}/i18n ${folder} ${out} RESULT_VARIABLE failed)
  if(failed)
    message(FATAL_ERROR "the languages in ${folder} cannot be added")
  endif()
  file(GLOB files CONFIGURE_DEPENDS ${folder}/*.json ${folder}/languages/*.json)
  set_property(DIRECTORY ${PROJECT_SOURCE_DIR} APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${files}
    ${PROJECT_SOURCE_DIR}/src/text/add_languages.py)
endfunction()

if(SUMMIT_EVENT)
  file(GLOB languages_of_event ${SUMMIT_EVENT}/i18n/*.json)
  if(languages_of_event)
    summit_add_languages(${SUMMIT_EVENT}/i18n ${CMAKE_BINARY_DIR}/generated/i18n)
    set(summit_i18n ${CMAKE_BINARY_DIR}/generated/i18n)
  endif()
endif()
set(ENV{SUMMIT_I18N} ${summit_i18n})
