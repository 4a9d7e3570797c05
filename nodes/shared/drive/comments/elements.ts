import type { IDataObject } from 'n8n-workflow';

import { isObject, object, text } from '../../../../feishu/json';
import type { FeishuClient } from '../../client/client';
import type { SeveralPeople } from '../../contact/severalPeople';

/** What is said, ready to be sent: the elements of a reply, and the kind of ID that names people in it. */
export interface Said {
	elements: IDataObject[];
	user_id_type?: string;
}

/** Mentions first, then the words. @throws InputError naming who was not found */
export async function said(feishu: FeishuClient, words: string, people: SeveralPeople): Promise<Said> {
	const run = { type: 'text_run', text_run: { text: words } };
	if (people.count === 0) return { elements: [run] };
	const { ids, type } = await people.resolve(feishu);
	const persons = ids.map((user_id) => ({ type: 'person', person: { user_id } }));
	return { elements: [...persons, run], user_id_type: type };
}

/** The same as the newer endpoint for comments at a place calls them. */
export const newerElements = ({ elements }: Said): IDataObject[] =>
	elements.map(({ person, text_run: run }) =>
		person
			? { type: 'mention_user', mention_user: text(object(person).user_id) }
			: { type: 'text', text: text(object(run).text) },
	);

/** What somebody said, as plain text: people by their IDs behind an @, documents by their addresses. */
export function textOfReply(reply: IDataObject): string {
	const { elements } = object(reply.content);
	if (!Array.isArray(elements)) return '';
	return elements
		.filter(isObject)
		.map(({ text_run: run, docs_link: link, person }) => {
			if (isObject(run)) return text(run.text);
			return isObject(link) ? text(link.url) : isObject(person) ? `@${text(person.user_id)} ` : '';
		})
		.join('')
		.trim();
}
