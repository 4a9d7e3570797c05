import { defineResource } from '../../../shared/operation/operationSet';
import { addManagers } from './addManagers';
import { addMembers } from './addMembers';
import { create } from './create';
import { deleteTopNotice } from './deleteTopNotice';
import { disband } from './disband';
import { get } from './get';
import { getAnnouncement } from './getAnnouncement';
import { getMany } from './getMany';
import { getMembers } from './getMembers';
import { getModeration } from './getModeration';
import { getShareLink } from './getShareLink';
import { isMember } from './isMember';
import { join } from './join';
import { putTopNotice } from './putTopNotice';
import { removeManagers } from './removeManagers';
import { removeMembers } from './removeMembers';
import { search } from './search';
import { update } from './update';
import { updateAnnouncement } from './updateAnnouncement';
import { updateModeration } from './updateModeration';

export const chat = defineResource({
	value: 'chat',
	name: 'Chat',
	operations: [
		addManagers,
		addMembers,
		create,
		deleteTopNotice,
		disband,
		get,
		getAnnouncement,
		getMany,
		getMembers,
		getModeration,
		getShareLink,
		isMember,
		join,
		putTopNotice,
		removeManagers,
		removeMembers,
		search,
		update,
		updateAnnouncement,
		updateModeration,
	],
	defaultOperation: getMany.value,
});
