import type * as lark from '@larksuiteoapi/node-sdk';
import type { SimulatorOptions } from '../../../simulator';
import { DOC_SETTINGS } from '../../../simulator/state/docSettings';
import { type Fixture, type Reply, sdkClient, startFixture } from './harness';

export type Block = Record<string, unknown> & {
	block_id: string;
	block_type: number;
	parent_id: string;
	children?: string[];
};

/** A document of the simulator's app, made by the official SDK; and calls to it. */
export interface DocFixture extends Fixture {
	sdk: lark.Client;
	id: string;
	/** Bare calls below the document. */
	call: (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Reply>;
	/** Puts blocks below one, the page unless another is named; fails where that is refused. */
	add: (children: readonly object[], parent?: string, index?: number) => Promise<Block[]>;
	/** Blocks within each other: those of the first level are named by `first`. */
	nest: (first: readonly string[], descendants: readonly object[], more?: object) => Promise<Reply>;
	update: (...requests: object[]) => Promise<Reply>;
	/** Every block, the page first. */
	all: () => Promise<Block[]>;
	block: (id: string) => Promise<Block>;
	settings: (values: object) => Promise<unknown>;
	/** What the headers of a call in a person's name are. */
	as: (openId: string) => Promise<{ authorization: string }>;
}

export const run = (content: string, style?: object) => ({
	text_run: { content, ...(style && { text_element_style: style }) },
});
export const text = (content: string, style?: object) => ({
	block_type: 2,
	text: { elements: [run(content, style)] },
});
/** The same with a temporary id. */
export const draft = (block_id: string, block: object, children: readonly string[] = []) => ({
	block_id,
	children,
	...block,
});

/** The words of a text block. */
export function wordsOf(block: Block): string {
	const content = Object.values(block).find(
		(value): value is { elements: { text_run?: { content: string } }[] } =>
			typeof value === 'object' && value !== null && 'elements' in value,
	);
	return (content?.elements ?? []).map(({ text_run: part }) => part?.content ?? '').join('');
}

export const startDoc = async (options: SimulatorOptions = {}): Promise<DocFixture> =>
	newDoc(await startFixture(options));

/** A further document in the same simulator, with the settings of a new one. */
export async function newDoc(fixture: Fixture): Promise<DocFixture> {
	await fixture.http.admin('PUT', '/settings', DOC_SETTINGS);
	const sdk = sdkClient(fixture.simulator);
	const made = await sdk.docx.v1.document.create({ data: { title: 'Report' } });
	const id = made.data?.document?.document_id ?? '';
	const call: DocFixture['call'] = (method, path, body, headers) =>
		fixture.http.call(method, `/open-apis/docx/v1/documents/${id}${path}`, body, headers);
	const read = async (path: string) => {
		const { code, msg, data } = await call('GET', path);
		if (code !== 0) throw new Error(`${code} ${msg}`);
		return data;
	};
	return {
		...fixture,
		sdk,
		id,
		call,
		async add(children, parent = id, index = -1) {
			const { code, msg, data } = await call('POST', `/blocks/${parent}/children`, { children, index });
			if (code !== 0) throw new Error(`${code} ${msg}`);
			return data.children as Block[];
		},
		nest: (children_id, descendants, more = {}) =>
			call('POST', `/blocks/${id}/descendant`, { children_id, descendants, index: -1, ...more }),
		update: (...requests) => call('PATCH', '/blocks/batch_update', { requests }),
		all: async () => (await read('/blocks')).items as Block[],
		block: async (block) => (await read(`/blocks/${block}`)).block as Block,
		settings: (values) => fixture.http.admin('PUT', '/settings', values),
		async as(openId) {
			const { token } = await fixture.http.admin<{ token: string }>('POST', '/tokens', { open_id: openId });
			return { authorization: `Bearer ${token}` };
		},
	};
}
