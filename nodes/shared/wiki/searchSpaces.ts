import { text } from '../../../feishu/json';
import { listSearch } from '../fields/listSearch';
import { SPACE_SCOPES, spacesSeen } from './spaces';

/** What to do where an app sees no wiki. */
export const NO_WIKI =
	'An app sees only wikis that it was let into: add a group that its bot is in as a member of the wiki (Settings → Members), or paste the address.';

/** Wikis that whoever asks may see; a person's own is in no list. */
export const searchSpaces = listSearch({
	what: 'wikis',
	scopes: SPACE_SCOPES,
	keepMs: 60_000,
	async *entries({ feishu }) {
		for await (const { space_id, name } of spacesSeen(feishu)) yield { name: text(name), value: text(space_id) };
	},
	nothing: { message: 'No wiki that can be seen', advice: NO_WIKI },
});
