import { CallError } from '../../../../feishu/api/call';
import type { JsonObject } from '../../../../feishu/json';
import type { FeishuClient } from '../../../shared/client/client';

export const GET_ANNOUNCEMENT = 'GET /open-apis/docx/v1/chats/:chat_id/announcement';

/** Said of an announcement of the older kind where its kind is not told. */
const OTHER_KIND = 1772006;

/** Numbers as the older kind has them. */
const digits = (value: unknown) => (typeof value === 'number' || typeof value === 'string' ? String(value) : undefined);

const definedOnly = (values: JsonObject): JsonObject =>
	Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));

/** Groups made since December 2024 have announcements of the newer kind, `docx`; others keep theirs, `doc`. */
export interface AboutAnnouncement {
	isOlder: boolean;
	/** What is known of it, in the words of both kinds. */
	about: JsonObject;
}

/** Asks of which kind the announcement of a group is: each kind has endpoints of its own. */
export async function aboutAnnouncement(
	feishu: FeishuClient,
	chat_id: string,
	user_id_type?: string,
): Promise<AboutAnnouncement> {
	const request = { path: { chat_id }, query: { user_id_type } };
	const data = await feishu.call<JsonObject>(GET_ANNOUNCEMENT, request).catch(orUndefined);
	if (!data) return { isOlder: true, about: {} };
	const { revision_id, create_time, create_time_v2, update_time, update_time_v2, ...rest } = data;
	return {
		isOlder: data.announcement_type === 'doc',
		about: {
			...rest,
			...definedOnly({
				revision: digits(revision_id),
				create_time: digits(create_time_v2 ?? create_time),
				update_time: digits(update_time_v2 ?? update_time),
			}),
		},
	};
}

/** @throws what is no refusal of the kind */
function orUndefined(error: unknown): undefined {
	if (error instanceof CallError && error.failure.code === OTHER_KIND) return undefined;
	throw error;
}
