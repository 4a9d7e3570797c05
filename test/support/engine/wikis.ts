/** Wikis for tests, into which the app and everybody was let. */
import { makeDocument, type MadeType } from '../../../simulator/drive/make';
import type { Space, WikiNode } from '../../../simulator/state/wiki';
import { putPage } from '../../../simulator/wiki/nodes';
import { putSpace } from '../wikiSpace';
import { bot } from './ownBase';
import type { Platform } from './platform';

/** A fresh wiki without pages. */
export function ownSpace(p: Platform): Space {
	const space_id = String(7_000_000_000_000_000_000n + BigInt(p.store.wiki.spaces.size));
	putSpace(p.store, space_id);
	const space = p.store.wiki.spaces.get(space_id);
	if (!space) throw new Error('The wiki was not made');
	return space;
}

/** A page that the app made. */
export function ownPage(
	p: Platform,
	space: Space,
	{ title = 'Page', parent = '', type = 'docx' }: { title?: string; parent?: string; type?: MadeType } = {},
): WikiNode {
	const item = makeDocument(p.store, type, { title, owner: bot(p) });
	return putPage(p.store, space, item, { parent, creator: bot(p) });
}
