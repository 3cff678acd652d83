# Writes the PNG files of --screenshot; native only.
summit_headers(stb libstb-dev)
