import { spaceAddress, type SpaceAddress } from '../../../feishu/drive/spaceAddress';
import { InputError } from '../../../feishu/input';
import type { Asking } from '../client/asking';
import { fromList, locatorField, TEXT } from '../fields/locator';
import type { Words } from '../fields/plain';
import { mappedField, type Field } from '../operation/field';
import { searchSpaces } from './searchSpaces';
import { WIKI_NODE, wikiNodes } from './wikiNodes';

/** A wiki as filled in. Of a page's address it has to be looked up. */
export class Space {
	constructor(
		readonly address: SpaceAddress,
		private readonly label: string,
	) {}

	/** `space_id`. @throws CallError */
	async id({ feishu, context, errorContext }: Asking): Promise<string> {
		if ('space_id' in this.address) return this.address.space_id;
		const { space_id } = await wikiNodes(context, feishu, errorContext)(this.address.wikiNode);
		if (space_id) return space_id;
		throw new InputError(this.label, 'The page says of no wiki that it lies in it', 'Choose the wiki from the list');
	}
}

/** A wiki: from the list, by the address of its settings or of any of its pages, or by its ID. */
export function spaceField<const N extends string = 'space'>(words: Partial<Words<N>> = {}): Field<Space, N> {
	const located = locatorField({
		displayName: 'Wiki',
		description: 'Choose it, or paste the address of one of its pages',
		modes: [
			fromList('searchSpaces', 'Choose a wiki…'),
			{
				displayName: 'By URL',
				name: 'url',
				...TEXT,
				placeholder: 'e.g. https://example.feishu.cn/wiki/EpMmw5WZQi7TYRk…',
				hint: 'Of any page of the wiki, or of its settings',
			},
			{
				displayName: 'By ID',
				name: 'id',
				...TEXT,
				placeholder: 'e.g. 6870403571079249922',
				hint: "A person's own wiki is my_library",
			},
		],
		searches: { searchSpaces },
		calls: [WIKI_NODE],
		...words,
		name: (words.name ?? 'space') as N,
	});
	return mappedField(located, ({ value }, label) => new Space(spaceAddress(label, value), label));
}
