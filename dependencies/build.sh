#!/bin/bash
# Compiles libraries once for each target and keeps them in the cache.
#
#   build.sh native|windows|web LIBRARY...   builds what is missing, then prints each library's directory,
#                                            one a line, with include/ and lib/ in it
#
# The directory's name holds a hash of all that shapes the result (recipe, source version, compiler,
# flags), so a stale library is never picked up; it is built under another name and renamed when
# done, so an interrupted build never looks finished.
set -euo pipefail
# shellcheck source=common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

target=$1
shift

# Native libraries are optimised even when our own code is not: nobody steps through them.
# Sections let the linker drop what is unused.
case $target in
  native)
    flags='-O2 -ffunction-sections -fdata-sections'
    in_target=(env)
    ;;
  windows)
    flags='-O2 -ffunction-sections -fdata-sections'
    in_target=(env)
    ;;
  web)
    flags=$(<"$dependencies_dir/web_flags.txt")
    in_target=("$dependencies_dir/emscripten.sh")
    ;;
  *) die "build.sh: unknown target $target" ;;
esac

compiler_version() {
  if [[ $target == web ]]; then
    "$dependencies_dir/emscripten.sh" --version
  elif [[ $target == windows ]]; then
    x86_64-w64-mingw32-g++-posix -dumpfullversion -dumpversion
  else
    "${CXX:-c++}" -dumpfullversion -dumpversion
    uname -m
  fi
}

# The source package that a library is made of.
package_of() {
  case $1 in
    sdl2) echo libsdl2 ;;
    qrcodegen) echo qr-code-generator ;;
    libical) echo libical3 ;;
    *) echo "$1" ;;
  esac
}

build() {
  local library=$1 source=$2 directory=$3 log=$cache_dir/logs/$1-$target.log
  local toolchain=()
  say "compiling $library for $target (once; log: $log)"
  mkdir -p "$cache_dir/logs"
  rm -rf "$directory.part" "$directory.build"
  local recipe=$dependencies_dir/$library
  [[ ! -f $recipe/$target/CMakeLists.txt ]] || recipe=$recipe/$target
  [[ $target == web ]] && toolchain=(emcmake)
  [[ $target == windows ]] && set -- "$@" -DCMAKE_TOOLCHAIN_FILE="$project_dir/cmake/windows.cmake"
  "${in_target[@]}" "${toolchain[@]}" cmake -G Ninja -S "$recipe" -B "$directory.build" \
    -DSOURCE="$source" -DCMAKE_BUILD_TYPE=None -DCMAKE_C_FLAGS="$flags" -DCMAKE_CXX_FLAGS="$flags" \
    -DCMAKE_INSTALL_PREFIX="$directory.part" "${@:4}" >"$log" 2>&1 &&
    "${in_target[@]}" cmake --build "$directory.build" --target install --parallel "$cores" >>"$log" 2>&1 || {
    tail -n 20 "$log" >&2
    die "$library did not compile for $target (whole log: $log)"
  }
  rm -rf "$directory.build"
  mv "$directory.part" "$directory"
}

compiler=$(compiler_version)

# Builds one library unless it is there, and prints its directory.
library_directory() {
  local library=$1 source key directory name needed=() needs=()
  # A change for another target alone leaves these libraries as they are.
  local others=()
  for name in web windows; do
    [[ $target == "$name" ]] || others+=(! -path "./$name/*")
  done
  source=$("$dependencies_dir/fetch.sh" path "$(package_of "$library")")
  # Some are compiled against the headers of others: the backends of Dear ImGui against SDL's.
  case $library in
    imgui) needed=(sdl2) ;;
    cairo) needed=(pixman freetype zlib) ;;
    libxlsxwriter) needed=(zlib) ;;
  esac
  for name in "${needed[@]}"; do
    directory=$(library_directory "$name")
    needs+=("-D${name^^}=$directory")
  done
  key=$({
    echo "$compiler" "$flags" "$(basename "$source")" "${needs[@]##*/}"
    cd "$dependencies_dir/$library"
    find . -type f ! -name '*.sh' ! -name '*.py' "${others[@]}" | LC_ALL=C sort | xargs sha256sum
  } | sha256sum | cut -c 1-12)
  directory=$cache_dir/libraries/$target-$library-$key
  if [[ ! -d $directory ]]; then
    mkdir -p "$cache_dir/libraries"
    (
      lock_cache "$target-$library"
      [[ -d $directory ]] || build "$library" "$source" "$directory" "${needs[@]}"
    ) >&2
  fi
  echo "$directory"
}

for library in "$@"; do
  library_directory "$library"
done
