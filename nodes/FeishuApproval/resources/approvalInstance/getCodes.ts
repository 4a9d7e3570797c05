import type { IDataObject } from 'n8n-workflow';

import { text } from '../../../../feishu/json';
import { pagingFields } from '../../../shared/fields/common';
import { reworded } from '../../../shared/operation/field';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { definitionField } from '../../definition/definitionField';
import { CODES_MS, periodOf, started, windowsOf } from '../../instance/periods';

const DAY_MS = 86_400_000;

const fromDay = reworded(started.from, {
	description:
		'Only those that were started at this moment or later; where it is empty, a day before the other end. Each 10 hours take a request.',
});

/** Source: https://open.feishu.cn/document/server-docs/approval-v4/instance/list */
export const getCodes = defineOperation({
	value: 'getCodes',
	name: 'Get Codes',
	action: 'Get the codes of the instances of a definition',
	description: 'List the codes of all approvals of a definition, without the delay that Get Many has',
	endpoint: 'GET /open-apis/approval/v4/instances',
	scopes: ['approval:instance', 'approval:approval:readonly', 'approval:approval'],
	identity: 'app',
	fields: [definitionField, fromDay, started.to, pagingFields],
	output: outputOf({ approval_code: 'string', instance_code: 'string' }),
	async run({ read, feishu }) {
		const approval_code = read(definitionField);
		const period = periodOf(started, [read(fromDay), read(started.to)], Date.now(), DAY_MS);
		const limit = read(pagingFields);
		const codes = new Set<string>();
		for (const { from, to } of windowsOf(period, CODES_MS)) {
			if (codes.size >= limit) break;
			const found: IDataObject[] = await feishu.list(this.endpoint, {
				query: { approval_code, start_time: String(from), end_time: String(to) },
				pageSize: 100,
				itemsKey: 'instance_code_list',
				limit: limit - codes.size,
			});
			for (const { value } of found) codes.add(text(value));
		}
		return [...codes].slice(0, limit).map((instance_code) => ({ approval_code, instance_code }));
	},
});
