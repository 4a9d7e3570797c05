const SIGNS: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/** What n8n's panel shows as HTML, in words: lines, and links by where they lead. */
export function readHtml(html: string): string {
	return html
		.replace(/<br>/g, '\n')
		.replace(/<a href="([^"]*)"[^>]*>[^<]*<\/a>/g, '$1')
		.replace(/&(\w+);/g, (reference, name: string) => SIGNS[name] ?? reference);
}
