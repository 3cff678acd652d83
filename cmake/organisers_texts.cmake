# The texts for organisers: i18n/organisers/*.json become a header of the target `authoring`.
file(GLOB organisers_texts CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/i18n/organisers/*.json)
set(organisers_generated ${CMAKE_BINARY_DIR}/generated/organisers)
add_custom_command(
  OUTPUT ${organisers_generated}/authoring_texts.h
  COMMAND ${CMAKE_COMMAND} -E make_directory ${organisers_generated}
  COMMAND ${Python3_EXECUTABLE} ${PROJECT_SOURCE_DIR}/src/authoring/make_texts.py --texts ${PROJECT_SOURCE_DIR}/i18n/organisers
    --out ${organisers_generated}/authoring_texts.h
  COMMAND ${CMAKE_COMMAND} -E touch ${organisers_generated}/authoring_texts.h
  DEPENDS ${PROJECT_SOURCE_DIR}/src/authoring/make_texts.py ${PROJECT_SOURCE_DIR}/src/text/make_message_table.py ${organisers_texts}
  COMMENT "Making the texts for organisers"
  VERBATIM)
add_custom_target(organisers-texts DEPENDS ${organisers_generated}/authoring_texts.h)
target_include_directories(authoring PUBLIC ${organisers_generated})
add_dependencies(authoring organisers-texts)
