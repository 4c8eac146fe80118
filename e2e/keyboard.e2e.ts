import type { Locator, Page } from '@playwright/test';
import { asksToSignIn, expect, test } from './fixtures.ts';
import { expectPodNics, wizardOf } from './wizard.ts';
import { wordsOf } from './words.ts';

const farthest = 80;

/** A person with a keyboard and no mouse. */
function keyboardOf(page: Page) {
  const hasFocus = (target: Locator) => target.evaluate((element) => element === document.activeElement);
  const press = (key: string) => page.keyboard.press(key);

  /** Presses Tab, or Shift+Tab, until the target has the focus. */
  async function tabTo(target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    await expect(target).toBeVisible();
    for (let count = 0; count < farthest; count += 1) {
      if (await hasFocus(target)) return;
      await press(key);
    }
    throw new Error(`${String(target)} is not reached by ${farthest} × ${key}`);
  }

  return {
    press,
    tabTo,
    type: async (target: Locator, text: string): Promise<void> => {
      await tabTo(target);
      await press('ControlOrMeta+A');
      await page.keyboard.type(text);
    },
    use: async (target: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> => {
      await tabTo(target);
      await press(key);
    },
  };
}

test('the whole flow by keyboard alone', async ({ page, cluster }) => {
  const words = wordsOf('en-US');
  const { press, tabTo, type, use } = keyboardOf(page);
  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
  const textbox = (name: string) => page.getByRole('textbox', { name, exact: true });

  await page.goto(`/clusters/${cluster.name}/deployments?namespace=default&lang=en-US`);
  if (await asksToSignIn(page)) {
    await type(textbox('Token'), 'any-token-will-do');
    await press('Enter');
  }
  await use(button(words.createFromImage).or(page.getByRole('link', { name: words.createFromImage })));

  // What is wrong takes the focus.
  await use(button(words.next));
  await expect(textbox(words.workloadName)).toBeFocused();
  await expect(textbox(words.workloadName)).toHaveAttribute('aria-invalid', 'true');
  await page.keyboard.type('keys');
  await type(textbox(words.replicas), '2');
  await use(button(words.next));
  await type(textbox(words.containerName), 'web');
  await type(textbox(words.image), 'nginx:1.27');
  await use(button(words.next));
  await use(page.getByRole('switch', { name: 'Create a Service' }), 'Space');
  await use(button('Add port'));
  await expect(
    page.getByRole('group', { name: 'Service port 1' }).getByRole('textbox').first(),
  ).toBeFocused();
  await type(textbox('Service port'), '80');
  await use(button(words.next));
  await use(button(words.configure));

  const wizard = wizardOf(page, words);
  const panel = page.getByRole('dialog');
  const choose = async (row: Locator, field: string, name: string) => {
    const trigger = row.getByRole('button', { name: new RegExp(`^${field}`) });
    await use(trigger);
    await expect(panel.getByRole('combobox')).toBeFocused();
    await page.keyboard.type(name);
    await expect(panel.getByRole('option').first()).toContainText(name);
    await press('Enter');
    await expect(panel).toBeHidden();
    await expect(trigger).toBeFocused();
  };
  await use(button(`${words.addNic} net1`));
  await choose(wizard.nic('net1'), words.attachment, 'kube-system/macvlan-ens192');
  await choose(wizard.nic('net1'), words.subnet4, 'subnet-6');
  await use(button(`${words.addNic} net2`));
  await choose(wizard.nic('net2'), words.attachment, 'kube-system/macvlan-ens224');
  await choose(wizard.nic('net2'), words.subnet4, 'subnet-7');
  await use(button(`${words.addNic} net3`));

  // A picker that is left takes nothing and gives the focus back.
  const attachment = wizard.nic('net3').getByRole('button', { name: new RegExp(`^${words.attachment}`) });
  await use(attachment);
  await press('Escape');
  await expect(panel).toBeHidden();
  await expect(attachment).toBeFocused();
  await use(button('Remove net3'));
  await expect(wizard.nic('net3')).toHaveCount(0);

  // Order, and the choices move with their row.
  await tabTo(page.getByRole('button', { name: /^Reorder net2/ }), 'Shift+Tab');
  await press('ArrowUp');
  await expect(wizard.nic('net1')).toContainText('macvlan-ens224');
  await expect(wizard.nic('net1')).toContainText('subnet-7');
  await expect(page.getByRole('button', { name: /^Reorder net1/ })).toBeFocused();

  await tabTo(textbox(words.elasticCount), 'Shift+Tab');
  await press('ControlOrMeta+A');
  await page.keyboard.type('2');
  await expect(wizard.preview()).toContainText('"+2"');
  await use(button(words.create));

  await expectPodNics(page, 2, {
    net1: ['auto4-keys-net1-', /10\.7\./],
    net2: ['auto4-keys-net2-', /10\.6\./],
  });
  await use(page.getByRole('tab', { name: 'Pods' }));
  await press('ArrowRight');
  await press('Enter');
  await expect(page.getByRole('tab', { name: words.network, selected: true })).toBeVisible();
  const scale = button(words.scale);
  await tabTo(scale, 'Shift+Tab');
  await press('Enter');
  const dialog = page.getByRole('dialog');
  await type(dialog.getByRole('textbox', { name: words.replicas }), '3');
  await use(dialog.getByRole('button', { name: words.scale, exact: true }));
  await expect(dialog).toBeHidden();
  await expect(scale).toBeFocused();
  await expect(page.getByText('3 of 3').first()).toBeVisible();
});
