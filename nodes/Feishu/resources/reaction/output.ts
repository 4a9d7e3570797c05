import type { IDataObject } from 'n8n-workflow';

import { outputOf } from '../../../shared/operation/output';
import { isoTime } from '../message/output';

/** A reaction as the platform gives it. @see https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/message-reaction/list */
export interface Reaction {
	reaction_id?: string;
	operator?: { operator_id?: string; operator_type?: string };
	/** Milliseconds since 1970, as text. */
	action_time?: string;
	reaction_type?: { emoji_type?: string };
}

export const reactionOutput = outputOf({
	message_id: 'string',
	reaction_id: 'string',
	emoji_type: 'string',
	operator_id: 'string',
	operator_type: 'string',
	action_time: 'string',
});

/** The raw reaction, or its fields on one level. */
export function reactionItem(message_id: string, reaction: Reaction, simple: boolean): IDataObject {
	if (!simple) return reaction as IDataObject;
	return reactionOutput.simplify({
		message_id,
		reaction_id: reaction.reaction_id,
		emoji_type: reaction.reaction_type?.emoji_type,
		...reaction.operator,
		action_time: isoTime(reaction.action_time),
	});
}
