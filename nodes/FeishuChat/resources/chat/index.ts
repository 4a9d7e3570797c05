import { defineResource } from '../../../shared/operation/operationSet';
import { create } from './create';
import { disband } from './disband';
import { get } from './get';
import { getMany } from './getMany';
import { getShareLink } from './getShareLink';
import { isMember } from './isMember';
import { join } from './join';
import { search } from './search';
import { update } from './update';

export const chat = defineResource({
	value: 'chat',
	name: 'Chat',
	operations: [getMany, get, search, create, update, getShareLink, isMember, join, disband],
	defaultOperation: getMany.value,
});
