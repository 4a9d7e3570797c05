import { defineResource } from '../../../shared/operation/operationSet';
import { get } from './get';
import { subscribe } from './subscribe';
import { unsubscribe } from './unsubscribe';

export const fileSubscription = defineResource({
	value: 'fileSubscription',
	name: 'Event Subscription',
	operations: [get, subscribe, unsubscribe],
	defaultOperation: subscribe.value,
});
