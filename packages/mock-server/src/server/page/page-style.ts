/** The page's style sheet: light and dark, one column on narrow screens. */
export const pageStyle: string = `
:root { color-scheme: light dark; --line: #8884; --soft: #8881; --good: #1a7f37; --bad: #cf222e; --warn: #9a6700; --accent: #0969da; }
@media (prefers-color-scheme: dark) { :root { --good: #3fb950; --bad: #ff7b72; --warn: #d29922; --accent: #58a6ff; } }
* { box-sizing: border-box; }
/* What tests of contrast, and forced colours, go by. */
html { background: Canvas; color: CanvasText; }
body { margin: 0; font: 15px/1.5 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
header { display: flex; flex-wrap: wrap; gap: 8px 20px; align-items: center; padding: 12px 20px; border-bottom: 1px solid var(--line); }
h1 { font-size: 18px; margin: 0; }
h2 { font-size: 15px; margin: 0 0 8px; }
.grow { flex: 1; }
main { display: grid; grid-template-columns: 340px minmax(0, 1fr); gap: 20px; padding: 20px; max-width: 1500px; margin: 0 auto; }
@media (max-width: 900px) { main { grid-template-columns: minmax(0, 1fr); } }
section { border: 1px solid var(--line); border-radius: 8px; padding: 14px; margin-bottom: 16px; }
label { display: block; margin: 8px 0 2px; font-size: 13px; opacity: .8; }
input, select, button, .button { font: inherit; padding: 5px 10px; border: 1px solid var(--line); border-radius: 6px; background: Field; color: FieldText; }
input[type="text"], input[type="number"] { width: 100%; }
input[type="range"] { width: calc(100% - 60px); padding: 0; vertical-align: middle; }
output { display: inline-block; width: 54px; text-align: right; font-variant-numeric: tabular-nums; }
button, .button { cursor: pointer; background: var(--soft); color: inherit; text-decoration: none; }
button.main { background: var(--accent); border-color: var(--accent); color: #fff; }
@media (prefers-color-scheme: dark) { button.main { color: #04121f; } }
.row { display: flex; flex-wrap: wrap; gap: 8px; margin-top: 10px; }
.quick button { padding: 1px 8px; font-size: 13px; }
ul { list-style: none; margin: 6px 0 0; padding: 0; }
li { display: flex; justify-content: space-between; gap: 8px; padding: 3px 0; }
table { width: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums; }
th, td { text-align: left; padding: 6px 10px 6px 0; border-bottom: 1px solid var(--line); vertical-align: top; }
th, td.time, td.sub div { white-space: nowrap; }
th { font-size: 13px; opacity: .7; font-weight: 600; }
.wide { overflow-x: auto; }
tr.entry { cursor: pointer; }
tr.entry:hover { background: var(--soft); }
.s2 { color: var(--good); } .s4 { color: var(--warn); } .s5 { color: var(--bad); }
.tag { font-size: 12px; border: 1px solid var(--line); border-radius: 10px; padding: 0 7px; margin-left: 6px; white-space: nowrap; }
.sub { font-size: 13px; opacity: .75; overflow-wrap: anywhere; }
pre, code { font: 13px/1.45 ui-monospace, Menlo, Consolas, monospace; }
pre { background: var(--soft); padding: 10px; border-radius: 6px; overflow: auto; white-space: pre-wrap; overflow-wrap: anywhere; margin: 8px 0; }
.problem { color: var(--bad); min-height: 1.5em; font-size: 13px; margin-top: 6px; overflow-wrap: anywhere; }
`;
