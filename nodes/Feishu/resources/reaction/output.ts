import type { IDataObject } from 'n8n-workflow';

import { isoTime } from '../message/output';

/** A reaction as the platform gives it. @see https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/message-reaction/list */
export interface Reaction {
	reaction_id?: string;
	operator?: { operator_id?: string; operator_type?: string };
	/** Milliseconds since 1970, as text. */
	action_time?: string;
	reaction_type?: { emoji_type?: string };
}

/** The raw reaction, or its fields on one level. */
export function reactionOutput(messageId: string, reaction: Reaction, simple: boolean): IDataObject {
	if (!simple) return reaction as IDataObject;
	return {
		message_id: messageId,
		reaction_id: reaction.reaction_id,
		emoji_type: reaction.reaction_type?.emoji_type,
		operator_id: reaction.operator?.operator_id,
		operator_type: reaction.operator?.operator_type,
		action_time: isoTime(reaction.action_time),
	};
}
