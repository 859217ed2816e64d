/** The style of the page of an archive: it stands in the page itself, which loads nothing. Without signs that HTML escapes. */
export const RECORD_STYLE = `
body{margin:0;background:#faf8f3;color:#1a2230;font:17px/1.55 'Source Sans 3','IBM Plex Sans Arabic',Helvetica,Arial,'Noto Sans Arabic',sans-serif}
main{max-width:60rem;margin:0 auto;padding:1.5rem}
h1,h2,h3{font-family:'Source Serif 4',Georgia,'IBM Plex Sans Arabic','Noto Sans Arabic',serif;line-height:1.25;color:#142c47}
h1{font-size:2rem;margin:1rem 0 .25rem}
h2{font-size:1.4rem;margin:2.25rem 0 .5rem;padding-block-end:.25rem;border-block-end:1px solid #dcd6c9}
h3{font-size:1.1rem;margin:1.5rem 0 .25rem}
p{margin:.4rem 0}
nav{display:flex;flex-wrap:wrap;gap:1rem}
nav a{padding:.25rem 0}
a{color:#17457e}
a[aria-current]{color:inherit;font-weight:600;text-decoration:none}
.soft{color:#4c5462}
.said{white-space:pre-line}
blockquote{margin:.5rem 0;padding-inline-start:1rem;border-inline-start:4px solid #dcd6c9;white-space:pre-line}
dl{display:grid;grid-template-columns:minmax(8rem,14rem) 1fr;gap:.35rem 1rem;margin:.5rem 0}
dt{color:#4c5462}
dd{margin:0;overflow-wrap:anywhere}
.wide{overflow-x:auto}
table{border-collapse:collapse;width:100%;min-width:34rem;font-size:.95rem}
.id{display:block;color:#4c5462;font-weight:400;font-size:.85rem}
caption{text-align:start;color:#4c5462;padding-block-end:.25rem}
th,td{text-align:start;vertical-align:top;padding-block:.4rem;padding-inline:0 .75rem;border-block-end:1px solid #dcd6c9}
th{font-weight:600}
code{font-family:ui-monospace,Menlo,Consolas,monospace;font-size:.85rem;overflow-wrap:anywhere}
@media (max-width:40rem){dl{grid-template-columns:1fr}dd{margin-block-end:.5rem}}
@media print{body{background:#fff}nav{display:none}}
`;
