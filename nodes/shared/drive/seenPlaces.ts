import type { FeishuClient } from '../client/client';
import { pagingFields } from '../fields/common';
import { choicesField } from '../fields/plain';
import { fieldGroup } from '../fields/nested';
import { complaint } from '../operation/field';
import { documentsIn, type SeenDocument, type SeenType } from './documentsSeen';

const places = choicesField({
	displayName: 'In',
	name: 'seenIn',
	options: [
		{ name: 'Folders', value: 'folders', description: 'Of the space of the app, or of the person' },
		{ name: 'Wikis', value: 'wikis', description: 'That the app, or the person, may see' },
	],
	default: ['folders', 'wikis'],
	description: 'Where to look. What others share lies in neither list.',
});

/** Where documents are looked for, and how many are wanted: gives what lists those of a kind. @throws InputError when nothing is chosen */
export const seenPlacesField = fieldGroup('seenPlaces', [places, pagingFields], ({ read, label }) => {
	const chosen = read(places);
	if (chosen.length === 0) throw complaint(label(places), 'is empty', 'Choose folders, wikis or both');
	const limit = read(pagingFields);
	/** @throws CallError */
	return async (feishu: FeishuClient, type: SeenType): Promise<SeenDocument[]> => {
		const found: SeenDocument[] = [];
		for (const place of chosen)
			for await (const document of documentsIn[place](feishu, type)) {
				if (found.length >= limit) return found;
				found.push(document);
			}
		return found;
	};
});
