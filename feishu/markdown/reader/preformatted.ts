import type MarkdownIt from 'markdown-it';

/** The code in a `<pre>`, with the language of the `<code>` within. */
export function preformattedCode(html: string, md: MarkdownIt.MarkdownIt): { language: string; text: string } {
	const inner = html.replace(/^<pre[^<>]*>\n?/i, '').replace(/\n?[ \t]*<\/pre\s*>[ \t]*$/i, '');
	const language = /<code[^<>]*\sclass\s*=\s*["']?(?:language|lang)-([\w+#.-]+)/i.exec(inner)?.[1] ?? '';
	const text = inner
		.replace(/<\/?[a-z][^<>]*>/gi, '')
		.replace(/&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/gi, md.utils.unescapeAll);
	return { language, text: text.replace(/^\n+|\n+$/g, '') };
}
