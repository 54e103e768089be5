import { raw } from 'hono/html';

/** For a screen and for A4; every mark that is a colour is also a word. */
export const style = raw(`
@page { size: A4; margin: 16mm 15mm }
* { box-sizing: border-box }
html { font: 15px/1.5 'Noto Sans', 'Segoe UI', 'Helvetica Neue', 'DejaVu Sans', Arial, sans-serif; color: #1a1a1a; background: #fff }
body { max-width: 760px; margin: 0 auto; padding: 28px 20px }
h1 { font-size: 1.7rem; line-height: 1.2; margin: 0 0 .3rem }
h2 { font-size: 1.2rem; margin: 2rem 0 .5rem; break-after: avoid }
p, ul { margin: .5rem 0 }
ul { padding-left: 1.2rem }
li { margin: .35rem 0 }
.what { color: #5f6368; margin-bottom: 1.2rem }
.finding { border-left: 6px solid #5f6368; background: #f4f5f6; padding: .6rem .9rem; margin: .7rem 0; break-inside: avoid }
.finding.above { border-color: #b3261e; background: #fdf1ef }
.finding.within { border-color: #1b7a4b; background: #eff8f3 }
.finding.cannot-say { border-color: #b26a00; background: #fdf6ea }
.finding b:first-child { display: block }
figure { margin: 1rem 0; break-inside: avoid }
figure svg { width: 100%; height: auto; display: block }
figcaption { color: #5f6368; font-size: .87rem }
table { border-collapse: collapse; width: 100%; margin: .8rem 0; font-size: .87rem; font-variant-numeric: tabular-nums }
caption { text-align: left; color: #3c4043; padding-bottom: .4rem }
thead { display: table-header-group }
tr { break-inside: avoid }
th, td { text-align: left; vertical-align: top; padding: .35rem .5rem; border-bottom: 1px solid #d9dce0; font-weight: 400 }
thead th { border-bottom: 2px solid #5f6368; font-weight: 600; vertical-align: bottom }
th[scope=row] { font-weight: 600; min-width: 9.5rem }
.n { text-align: right }
td small, th small { display: block; color: #5f6368; font-size: .85em; font-weight: 400; line-height: 1.35; white-space: nowrap }
td.above { color: #b3261e; font-weight: 600 }
td.within { color: #176a41 }
dt { font-weight: 600; margin-top: .5rem }
dd { margin: 0 }
.method { font-size: .87rem }
@media print { html { font-size: 12px; -webkit-print-color-adjust: exact; print-color-adjust: exact } body { max-width: none; padding: 0 } }
`);
