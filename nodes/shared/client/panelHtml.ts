/** An address of the web within words, without the punctuation that ends the sentence. */
const ADDRESS = /https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]}']/g;

const REFERENCES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** An address that shows what one looks like: it leads nowhere, and has to be read whole. */
const EXAMPLE = /^https?:\/\/([\w-]+\.)*example\.(com|org|net)\b|…/;

/** Plain words as HTML: each line a line, each address a link under what says where it leads. */
export function panelHtml(words: string): string {
	let html = '';
	let from = 0;
	for (const { 0: address, index } of words.matchAll(ADDRESS)) {
		html += escaped(words.slice(from, index)) + (EXAMPLE.test(address) ? escaped(address) : link(address));
		from = index + address.length;
	}
	return html + escaped(words.slice(from));
}

function link(address: string): string {
	const shown = address.replace(/^https?:\/\//, '').replace(/[?#].*$/, '');
	return `<a href="${escaped(address)}" target="_blank">${escaped(shown)}</a>`;
}

function escaped(words: string): string {
	return words.replace(/[&<>"]/g, (sign) => REFERENCES[sign] ?? sign).replace(/\n/g, '<br>');
}
