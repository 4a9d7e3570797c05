import type { FeishuClient } from '../shared/client/client';
import type { SeveralPeople } from '../shared/contact/severalPeople';
import { complaint } from '../shared/operation/field';

/** Who may change what is protected, with the kind of their IDs. */
export interface Editors {
	ids: string[];
	type: 'open_id' | 'union_id';
}

/** Looks up whoever was named by address or number. @throws InputError about a user_id, which protections don't take; naming who was not found */
export async function editorsOf(feishu: FeishuClient, people: SeveralPeople | undefined): Promise<Editors> {
	if (people === undefined || people.count === 0) return { ids: [], type: 'open_id' };
	const { ids, type } = await people.resolve(feishu);
	if (type === 'user_id')
		throw complaint(
			people.label,
			'holds a user_id',
			'Protections take open_ids (ou_…), union_ids (on_…), e-mail addresses, mobile numbers and names',
		);
	return { ids, type };
}
