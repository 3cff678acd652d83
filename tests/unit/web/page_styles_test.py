"""A page carries the rules that something in it can fall under, and no others."""

import sys
import unittest
from pathlib import Path

sys.dont_write_bytecode = True
WEB = Path(__file__).resolve().parents[3] / "web"
sys.path.insert(0, str(WEB))
import page_styles  # noqa: E402


def pruned(sheet, *words):
    return page_styles.pruned(sheet, set(words))


class PageStyles(unittest.TestCase):
    def test_rules_for_classes_that_are_not_there_go(self):
        self.assertEqual(pruned(".a{x:1}.b{x:2}p{x:3}.a .b{x:4}.a.c{x:5}", "a"), ".a{x:1}p{x:3}")
        self.assertEqual(pruned(".b::before{x:1}.b:hover>a{x:2}#page .b{x:3}", "a"), "")
        self.assertEqual(pruned(".card-head{x:1}.card{x:2}", "card-head"), ".card-head{x:1}")

    def test_of_several_selectors_those_stay_that_can_fit(self):
        self.assertEqual(pruned(".a,.b,p{x:1}", "a"), ".a,p{x:1}")
        self.assertEqual(pruned("p,.b:is(.c,.d),h1{x:1}", "c"), "p,h1{x:1}")

    def test_what_stands_in_brackets_may_be_another(self):
        for rule in (":is(.a,.b){x:1}", "p:not(.b){x:1}", ":root:not([data-look=dark],:is(.b,.c)) p{x:1}", "p:has(>.b){x:1}"):
            self.assertEqual(pruned(rule, "a"), rule)

    def test_rules_inside_others_and_those_without_classes(self):
        sheet = "@font-face{font-family:A;src:url(/a.otf)}@media (min-width:60rem){.a{x:1}.b{x:2}}@media print{.b{x:3}}@page grid{size:a4 landscape}:root{--x:1.5rem}"
        self.assertEqual(pruned(sheet, "a"), "@font-face{font-family:A;src:url(/a.otf)}@media (min-width:60rem){.a{x:1}}@page grid{size:a4 landscape}:root{--x:1.5rem}")

    def test_custom_properties_that_nobody_reads_go(self):
        sheet = ':root{--a:1px;--b:calc(var(--c) * 2);--c:2px;--d:var(--e);--e:url("a;}b");--f:""}p{x:var(--b)}'
        self.assertEqual(page_styles.without_unread(sheet, set()), ":root{--b:calc(var(--c) * 2);--c:2px;}p{x:var(--b)}")
        self.assertEqual(page_styles.without_unread(sheet, {"d"}), ':root{--b:calc(var(--c) * 2);--c:2px;--d:var(--e);--e:url("a;}b");}p{x:var(--b)}')
        page = '<style>:root{--a:1;--b:2;--z:3}</style><p style="x:var(--a)"></p>'
        self.assertEqual(page_styles.with_own_styles(page), page.replace("--b:2;--z:3", ""))

    def test_what_the_sheet_of_the_app_and_scripts_read_stays(self):
        self.assertIn("accent", page_styles.read_beside)
        page = "<style>:root{--accent:1;--nobody:2}</style>"
        self.assertEqual(page_styles.with_own_styles(page), "<style>:root{--accent:1;}</style>")

    def test_a_page_keeps_what_it_and_scripts_name(self):
        page = '<html><head><style>.a{x:1}.told{x:2}.sheet{x:3}.b{x:4}</style></head><body class="a"><script>e.className="told"</script></body></html>'
        self.assertEqual(page_styles.with_own_styles(page), page.replace(".b{x:4}", ""))
        self.assertEqual(page_styles.with_own_styles("<html><p>b</p></html>"), "<html><p>b</p></html>")

    def test_in_the_real_sheet_the_same_rules_fit_as_before(self):
        sheet = (WEB / "page.css").read_text("utf-8")
        every = set(page_styles.WORD.findall(sheet))
        comments_gone = page_styles.re.sub(r"/\*.*?\*/", "", sheet, flags=page_styles.re.S)
        self.assertEqual(page_styles.pruned(comments_gone, every).split(), comments_gone.split())


if __name__ == "__main__":
    unittest.main()
