import { decisionOperation } from '../../task/decide';

/** Source: https://open.feishu.cn/document/server-docs/approval-v4/task/approve */
export const approve = decisionOperation({
	value: 'approve',
	name: 'Approve',
	description: 'Agree to an approval, as an app in the name of who is asked, or as the person who signed in',
	endpoint: 'POST /open-apis/approval/v4/tasks/approve',
	endpointOfPerson: 'POST /open-apis/approval/v4/tasks/pass',
	done: 'approved',
});
