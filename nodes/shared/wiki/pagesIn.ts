import type { IDataObject } from 'n8n-workflow';

import { text } from '../../../feishu/json';
import type { FeishuClient } from '../client/client';
import { pagesBelow } from './spaces';

/** A page with its place in the tree. */
export interface PlacedPage {
	page: IDataObject;
	/** 1 for the pages with which the walk begins. */
	depth: number;
	/** The titles of the pages above it that were walked through, and its own. */
	path: readonly string[];
}

/** From where to walk, and how far. */
export interface Walk {
	space_id: string;
	/** The page below which to begin; without it the first level. */
	parent?: string;
	/** Levels; 1 for those right below. */
	levels?: number;
}

/** Pages of a wiki as its tree shows them: each before those below it. @throws CallError */
export async function* pagesIn(feishu: FeishuClient, { space_id, parent, levels = Infinity }: Walk) {
	yield* below(feishu, { space_id, parent, levels }, []);
}

async function* below(
	feishu: FeishuClient,
	{ space_id, parent, levels = Infinity }: Walk,
	above: readonly string[],
): AsyncGenerator<PlacedPage> {
	for await (const page of pagesBelow(feishu, space_id, parent)) {
		const path = [...above, text(page.title)];
		yield { page, depth: path.length, path };
		if (page.has_child === true && path.length < levels)
			yield* below(feishu, { space_id, parent: text(page.node_token), levels }, path);
	}
}
