import { pagingFields } from '../../../shared/fields/common';
import { defineOperation } from '../../../shared/operation/operation';
import { ailyApp } from '../ailyApp';
import { plainSkill } from '../plain';
import { LIST_SKILLS, READ_SKILLS, SKILLS_A_PAGE } from '../ailyPickers';
import { SKILL } from './skill';

/** Source: https://open.feishu.cn/document/aily-v1/app-skill/list */
export const getMany = defineOperation({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many skills',
	description: 'List the skills of an assistant, with what each takes and gives',
	endpoint: LIST_SKILLS,
	scopes: READ_SKILLS,
	identity: 'either',
	fields: [ailyApp, pagingFields],
	output: SKILL,
	async run({ read, feishu }) {
		const path = { app_id: read(ailyApp) };
		const found = await feishu.list(this.endpoint, {
			path,
			limit: read(pagingFields),
			pageSize: SKILLS_A_PAGE,
			itemsKey: 'skills',
		});
		return found.map(plainSkill);
	},
});
