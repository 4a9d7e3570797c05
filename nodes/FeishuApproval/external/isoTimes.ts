import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../../feishu/json';
import { isoTime } from '../../shared/approval/times';

/** An instance of another system, with when it and its tasks changed, which Feishu tells in milliseconds, as ISO 8601. */
export function withIsoTimes(found: IDataObject): IDataObject {
	const { update_time, tasks } = found;
	const changed = isoTime(update_time);
	return {
		...found,
		...(changed && { update_time: changed }),
		...(Array.isArray(tasks) && { tasks: tasks.filter(isObject).map((task) => withIsoTimes(task as IDataObject)) }),
	};
}
