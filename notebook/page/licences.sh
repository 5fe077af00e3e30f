# Prints the licences of what is bundled into the page.
for folder in node_modules/* node_modules/@*/*; do
	[ -f "$folder/package.json" ] || continue
	printf '%s\n\n' "$folder" | sed 's,node_modules/,,'
	cat "$folder"/LICENSE* "$folder"/license* 2>/dev/null
	printf '\n%s\n\n' ----
done
