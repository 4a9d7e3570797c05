import type { IDataObject } from 'n8n-workflow';

import { defineOperation } from '../../../shared/operation/operation';
import { ailyApp } from '../ailyApp';
import { plainSkill } from '../plain';
import { READ_SKILLS } from '../ailyPickers';
import { SKILL, skill } from './skill';

/** Source: https://open.feishu.cn/document/aily-v1/app-skill/get */
export const get = defineOperation({
	value: 'get',
	name: 'Get',
	action: 'Get a skill',
	description: 'Get a skill of an assistant, with what it takes and gives',
	endpoint: 'GET /open-apis/aily/v1/apps/:app_id/skills/:skill_id',
	scopes: READ_SKILLS,
	identity: 'either',
	fields: [ailyApp, skill],
	output: SKILL,
	async run({ read, feishu }) {
		const path = { app_id: read(ailyApp), skill_id: read(skill) };
		return plainSkill((await feishu.call<{ skill: IDataObject }>(this.endpoint, { path })).skill);
	},
});
