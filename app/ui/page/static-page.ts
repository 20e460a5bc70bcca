import type { RefusalWords } from './refusals'

/** A whole document that says one thing: no viewer, no nonce, no script, the same bytes for everyone. */
export function staticPage({ title, paragraphs }: RefusalWords): string {
  return `<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} – Throughgate</title>
<link rel="icon" href="/static/door.svg" type="image/svg+xml">
<link rel="stylesheet" href="/static/plain.css">
</head>
<body>
<header><a href="/">Throughgate</a></header>
<main>
<h1>${title}</h1>
${paragraphs.map(paragraph => `<p>${escaped(paragraph)}</p>`).join('\n')}
<p><a href="/">Go to the start page</a></p>
</main>
</body>
</html>
`
}

/** A name can hold any letter. */
function escaped(text: string): string {
  return text.replace(/[&<>"']/g, letter => `&#${letter.charCodeAt(0)};`)
}
