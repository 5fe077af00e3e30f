# Validates executed notebooks by Jupyter's own rules, and counts what they give: cells with
# code, tables that have rows, pictures, errors.
import sys

import nbformat

for path in sys.argv[1:]:
    notebook = nbformat.read(path, as_version=nbformat.NO_CONVERT)
    nbformat.validate(notebook)
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    outputs = [output for cell in cells for output in cell.outputs]
    data = [output.data for output in outputs if output.output_type == "execute_result"]
    tables = sum(1 for d in data if d.get("application/json", {}).get("rows"))
    pictures = sum(1 for d in data if "image/svg+xml" in d)
    errors = sum(1 for output in outputs if output.output_type == "error")
    print(path, notebook.nbformat, notebook.nbformat_minor, len(cells) - tables - pictures, errors)
