import { refusalFor } from './refusals'

const { title, paragraphs } = refusalFor(404)

/**
 * The whole document for everything that is not there or not this viewer's to see: the same bytes for everyone, so
 * that it tells nobody which of the two it is. No viewer, no nonce, no script.
 */
export const NOT_FOUND_HTML = `<!DOCTYPE html>
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
${paragraphs.map(paragraph => `<p>${paragraph}</p>`).join('\n')}
<p><a href="/">Go to the start page</a></p>
</main>
</body>
</html>
`
