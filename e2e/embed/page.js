/**
 * A page in plain JavaScript that puts Podnic into two of its elements, one in English and light, one in Chinese and dark, each
 * with places of its own.
 */
import { createHost } from './host.js';
import { mount } from './plugin/podnic.js';

const cluster = new URLSearchParams(location.search).get('cluster');
const hosts = [createHost(cluster, 'en-US', 'light'), createHost(cluster, 'zh-CN', 'dark')];
const slots = [document.getElementById('first'), document.getElementById('second')];
const mounted = slots.map((slot, index) => mount(slot, hosts[index]));

window.embedded = { hosts, mounted };
