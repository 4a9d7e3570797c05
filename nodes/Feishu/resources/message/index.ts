import { defineResource } from '../../../shared/operation/operationSet';
import { edit } from './edit';
import { forward } from './forward';
import { forwardThread } from './forwardThread';
import { get } from './get';
import { getMany } from './getMany';
import { getReadUsers } from './getReadUsers';
import { mergeForward } from './mergeForward';
import { parse } from './parse';
import { pushFollowUp } from './pushFollowUp';
import { recall } from './recall';
import { reply } from './reply';
import { search } from './search';
import { send } from './send';
import { sendAndWait } from './sendAndWait';
import { urgent } from './urgent';

export const message = defineResource({
	value: 'message',
	name: 'Message',
	operations: [
		send,
		reply,
		sendAndWait,
		get,
		getMany,
		search,
		edit,
		recall,
		forward,
		mergeForward,
		forwardThread,
		parse,
		getReadUsers,
		urgent,
		pushFollowUp,
	],
	defaultOperation: 'send',
});
