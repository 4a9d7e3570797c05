import { defineResource } from '../../../shared/operation/operationSet';
import { findTime } from './findTime';
import { getBusy } from './getBusy';

export const freeBusy = defineResource({
	value: 'freeBusy',
	name: 'Free/Busy',
	operations: [findTime, getBusy],
	defaultOperation: findTime.value,
});
