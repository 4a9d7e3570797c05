import { html } from 'htm/preact';
import { resourceUrl } from '../api.js';
import { ResourceSize } from '../components/resource-size.js';
import { duration } from '../format.js';

/** A video with its cover, as a player. */
export const video = (content) => html`
	<figure class="video">
		<video controls preload="none" src=${resourceUrl(content.file_key)} poster=${content.image_key ? resourceUrl(content.image_key) : undefined}
			aria-label=${content.file_name ?? 'video'}></video>
		<figcaption>${content.file_name ?? 'Video'} <span class="muted">${duration(content.duration)}</span></figcaption>
	</figure>`;

export const media = (content) => video(content ?? {});

export const audio = (content) => html`
	<div class="bubble audio">
		<span aria-hidden="true">🎙️</span>
		<audio controls preload="none" src=${resourceUrl(content?.file_key)} aria-label="voice message"></audio>
		<span class="muted">${duration(content?.duration) || '–:––'}</span>
	</div>`;

export const image = (content) => html`
	<a class="image" href=${resourceUrl(content?.image_key)} target="_blank" rel="noopener" title="Open the whole image">
		<img src=${resourceUrl(content?.image_key)} alt=${`image ${content?.image_key ?? ''}`} loading="lazy" />
	</a>`;

const FILE_KINDS = [
	{ kind: 'pdf', match: /\.pdf$/i },
	{ kind: 'doc', match: /\.(docx?|rtf|txt|md)$/i },
	{ kind: 'xls', match: /\.(xlsx?|csv)$/i },
	{ kind: 'ppt', match: /\.pptx?$/i },
	{ kind: 'zip', match: /\.(zip|gz|7z|rar|tar)$/i },
];

/** A file: name, size where it is known, and its download. */
export function file(content) {
	const name = content?.file_name ?? content?.file_key ?? 'file';
	const extension = /\.([a-z0-9]{1,5})$/i.exec(name)?.[1] ?? 'file';
	const kind = FILE_KINDS.find(({ match }) => match.test(name))?.kind ?? 'other';
	return html`<a class="bubble file" href=${resourceUrl(content?.file_key)} download=${name} title=${`Download ${name}`}>
		<span class=${`file-icon file-${kind}`} aria-hidden="true">${extension.toUpperCase()}</span>
		<span class="file-text"><span class="file-name">${name}</span><span class="muted"><${ResourceSize} fileKey=${content?.file_key} /> · Download</span></span>
	</a>`;
}

export const sticker = (content) => html`
	<div class="sticker" title="Stickers cannot be downloaded"><span aria-hidden="true">🏷️</span>Sticker<span class="muted key">${content?.file_key}</span></div>`;
