import { decisionOperation } from '../../task/decide';

/** Source: https://open.feishu.cn/document/server-docs/approval-v4/task/reject */
export const reject = decisionOperation({
	value: 'reject',
	name: 'Reject',
	description: 'Refuse an approval, as an app in the name of who is asked, or as the person who signed in',
	endpoint: 'POST /open-apis/approval/v4/tasks/reject',
	endpointOfPerson: 'POST /open-apis/approval/v4/tasks/refuse',
	done: 'rejected',
});
