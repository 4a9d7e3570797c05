import { defineResource } from '../../../shared/resource';
import { edit } from './edit';
import { forward } from './forward';
import { get } from './get';
import { getMany } from './getMany';
import { recall } from './recall';
import { reply } from './reply';
import { send } from './send';

export const message = defineResource({
	value: 'message',
	name: 'Message',
	operations: [edit, forward, get, getMany, recall, reply, send],
	defaultOperation: 'send',
});
