import { Person } from '../../../../../nodes/shared/contact/person';
import { thrownBy } from '../../../../support/feishuCalls';

it.each([
	['mobile', '138 0013-8000', { id: '13800138000', type: 'mobile' }],
	['mobile', '+65 (9123) 4567', { id: '+6591234567', type: 'mobile' }],
	['email', 'tom@example.com', { id: 'tom@example.com', type: 'email' }],
	['id', '+65 9123 4567', { id: '+65 9123 4567', type: 'mobile' }],
	['id', '138 0013 8000', { id: '138 0013 8000', type: 'user_id' }],
	['id', '张三', { id: '张三', type: 'name' }],
	['id', 'Tom Li', { id: 'Tom Li', type: 'name' }],
	['id', 'tom', { id: 'tom', type: 'user_id' }],
	['id', 'ou_7d8a6e6df7621556', { id: 'ou_7d8a6e6df7621556', type: 'open_id' }],
])('by %s %s is read', (mode, value, reference) => {
	expect(new Person({ mode, value }, 'User').reference).toEqual(reference);
});

it.each([
	['mobile', 'Tom', "The field 'User' holds no mobile number: Tom"],
	['mobile', '12', "The field 'User' holds no mobile number: 12"],
	['email', 'zhangsan', "The field 'User' holds no e-mail address: zhangsan"],
	[
		'id',
		'om_dc13264520392913993dd051dba21dcf',
		"The field 'User' holds no user ID: om_dc13264520392913993dd051dba21dcf",
	],
])('by %s %s is refused', (mode, value, message) => {
	expect(thrownBy(() => new Person({ mode, value }, 'User'))).toMatchObject({
		name: 'InputError',
		field: 'User',
		message,
	});
});
