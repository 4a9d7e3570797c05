import type { INodeParameters } from 'n8n-workflow';

import type { WorkflowFile } from '../../demo/api';
import { DEMO_STICKER, DEMO_TEMPLATE } from '../../simulator/seed/index';

/** Steps of the gallery, with the name of the picture of what each sends. */
export const GALLERY: Readonly<Record<string, string>> = {
	Text: 'text',
	'Markdown as a Card': 'markdown-card',
	'Markdown as a Post': 'markdown-post',
	'Card With Fields and Buttons': 'card',
	'Card With Table, Chart and People': 'card-data',
	'Card With a Form': 'card-form',
	'Card From JSON': 'card-json',
	Image: 'image',
	'Group Card': 'group-card',
	'Contact Card': 'contact-card',
};

/** What the gallery does not show: by the name of its picture, what the step is told beside where to send. */
export const FURTHER: Readonly<Record<string, INodeParameters>> = {
	'card-template': {
		messageType: 'cardTemplate',
		templateId: DEMO_TEMPLATE,
		templateVariables: JSON.stringify({
			title: 'Release 2.4',
			content: 'Goes live on **Friday**, 18:00',
			owner: 'Platform Team',
		}),
	},
	post: {
		messageType: 'post',
		postFormat: 'markdown',
		postTitle: 'Release notes',
		postMarkdown: '**Version 2.4** is live.\n\n- Faster search\n- [All changes](https://example.com/changes)',
		mentions: { mention: [{ who: 'everyone' }] },
	},
	file: { messageType: 'file', mediaSource: 'binary', binaryPropertyName: 'orders' },
	audio: { messageType: 'audio', mediaSource: 'binary', binaryPropertyName: 'voice', duration: 7 },
	video: { messageType: 'video', mediaSource: 'binary', binaryPropertyName: 'clip', duration: 42 },
	sticker: { messageType: 'sticker', stickerKey: DEMO_STICKER },
};

const SOURCE = 'Something to Send';
const PATTERN = 'Text';

/** The gallery and, behind its source, a step for each further kind, named after its picture. */
export function wholeGallery(gallery: WorkflowFile): WorkflowFile {
	const pattern = gallery.nodes.find(({ name }) => name === PATTERN);
	const outputs = gallery.connections[SOURCE]?.main?.[0];
	if (!pattern || !outputs) throw new Error(`The gallery has no "${PATTERN}" behind "${SOURCE}"`);
	const { resource, operation, sendTo, chat } = pattern.parameters;
	const steps = Object.entries(FURTHER).map(([name, parameters], index) => ({
		...pattern,
		id: name,
		name,
		position: [1200, index * 160] as [number, number],
		parameters: { resource, operation, sendTo, chat, ...parameters },
	}));
	return {
		...gallery,
		name: `${gallery.name}, with the rest`,
		nodes: [...gallery.nodes.map(withSounds), ...steps],
		connections: {
			...gallery.connections,
			[SOURCE]: { main: [[...outputs, ...steps.map(({ name }) => ({ node: name, type: 'main' as const, index: 0 }))]] },
		},
	};
}

/** The source with a voice and a video besides; nobody plays them. */
function withSounds(node: WorkflowFile['nodes'][number]): WorkflowFile['nodes'][number] {
	if (node.name !== SOURCE) return node;
	const more = [
		`voice: await this.helpers.prepareBinaryData(Buffer.from('OggS'), 'voice.opus', 'audio/ogg'),`,
		`clip: await this.helpers.prepareBinaryData(Buffer.from('....ftypmp42'), 'clip.mp4', 'video/mp4'),`,
	].join('\n');
	const jsCode = String(node.parameters.jsCode).replace('binary: {', `binary: {\n${more}`);
	return { ...node, parameters: { ...node.parameters, jsCode } };
}
