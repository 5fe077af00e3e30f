# Asks the kernel all that jupyter_kernel_test asks of kernels.
import sys
import unittest

import jupyter_kernel_test


class Kernel(jupyter_kernel_test.KernelTests):
    kernel_name = "counterclaim"
    language_name = "javascript"
    file_extension = ".js"
    code_hello_world = "console.log('hello, world')"
    completion_samples = [
        {"text": 'g.V("<actor:hua-ch', "matches": {"actor:hua-chunying>"}},
        {"text": "%query contr", "matches": {"contrasts"}},
    ]
    complete_code_samples = ["1 + 1", "%query contrasts", 'g.V("<actor:china>").All()']
    incomplete_code_samples = ["g.V(", "if (true) {"]
    invalid_code_samples = ["a b c"]
    code_generate_error = "nobody.is()"
    code_execute_result = [{"code": "6 * 7", "result": "value\n─────\n   42\n"}]
    code_inspect_sample = "picked"
    code_history_pattern = "6 ?*"
    supported_history_operations = ("tail", "range", "search")


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=2)
