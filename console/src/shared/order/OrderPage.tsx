import { useQuery } from '@apollo/client/react';
import { Anchor, Button, Card, Group, Stack, Table, Text, Title, Tooltip } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { OrderAction, OrderSide } from '../../api/documents/graphql.ts';
import { useShortcut } from '../../frame/shortcuts.tsx';
import { useChanges } from '../../live/feed.tsx';
import { Amount, Day, Moment, nameOf, Since, useNow } from '../ui/figures.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { Empty, Failure, Loading } from '../ui/states.tsx';
import { Changes } from './Changes.tsx';
import { OrderLines } from './OrderLines.tsx';
import { OrderState } from './OrderState.tsx';
import { ProposeDialog } from './ProposeDialog.tsx';
import { ReasonDialog } from './ReasonDialog.tsx';
import { useOrderActs, type WholeOrder } from './useOrderActs.ts';
import { ORDER } from './whole.ts';

type Dialog = 'refuse' | 'cancel' | 'propose' | { readonly refuses: string } | undefined;

const Facts = ({ order, side }: { readonly order: WholeOrder; readonly side: OrderSide }) => {
  const { t, i18n } = useTranslation();
  const now = useNow();
  const other = side === 'SUPPLIER' ? order.buyer : order.supplier;
  const facts = [
    [t(side === 'SUPPLIER' ? 'order.buyer' : 'order.supplier'), nameOf(other, i18n.language)],
    [t('order.status'), <OrderState key="state" order={order} side={side} />],
    [t('order.total'), <Amount key="total" value={order.total} full fw={600} />],
    [t('order.issuedOn'), <Day key="issued" date={order.issuedOn} />],
    [t('order.deliverTo'), <Day key="deliver" date={order.deliverTo} />],
    [t('order.promisedTo'), <Day key="promised" date={order.promisedTo} />],
    [t('order.waits'), order.waitsSince ? <Since key="waits" at={order.waitsSince} now={now} /> : '–'],
  ] as const;
  return (
    <Group gap="xl" align="flex-start">
      {facts.map(([name, value]) => (
        <div key={name}>
          <Text size="xs" c="dimmed">
            {name}
          </Text>
          <Text size="sm" component="div">
            {value}
          </Text>
        </div>
      ))}
    </Group>
  );
};

const History = ({ order }: { readonly order: WholeOrder }) => {
  const { t, i18n } = useTranslation();
  return (
    <Table.ScrollContainer minWidth={480} type="native" tabIndex={0}>
      <Table verticalSpacing={4} aria-label={t('order.history')}>
        <Table.Tbody>
          {order.revisions.map((revision) => (
            <Table.Tr key={revision.revision}>
              <Table.Td>{t('order.revision', { n: revision.revision })}</Table.Td>
              <Table.Td>
                <Moment at={revision.at} />
              </Table.Td>
              <Table.Td>{nameOf(revision.by, i18n.language)}</Table.Td>
              <Table.Td>{revision.lines.map(({ lineId, kind }) => `${lineId} ${t(`lineChange.${kind}`)}`).join(', ')}</Table.Td>
              <Table.Td ta="right">
                <Amount value={revision.total} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
};

/** One order from one side: where it stands, what waits for a decision, what can be done now. */
export const OrderPage = ({ side }: { readonly side: OrderSide }) => {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(ORDER, { variables: { id } });
  const order = data?.order ?? undefined;
  const acts = useOrderActs(order, side);
  const [dialog, setDialog] = useState<Dialog>();
  useChanges('Order', (changes) => changes.some(({ subject }) => subject === id) && void refetch());

  const run = (act: () => Promise<unknown>): void => {
    setDialog(undefined);
    void act().then(() => refetch());
  };
  const { allowed: mayAccept } = acts.may('ACCEPT');
  useShortcut('a', t('act.accept'), () => mayAccept && run(acts.accept));
  useShortcut('p', t('act.propose'), () => setDialog('propose'));
  useShortcut('r', t('act.refuse'), () => acts.may('REFUSE').allowed && setDialog('refuse'));

  if (error && !data) return <Failure error={error} retry={() => void refetch()} />;
  if (!data) return <Loading />;
  if (!order) return <Empty title={t('state.notFound')} />;
  const desk = side === 'SUPPLIER' ? '/supplier' : '/buyer';
  const action = (name: OrderAction, label: string, go: () => void, look: object = { variant: 'default' }) => {
    const known = order.allowedActions.find((one) => one.action === name);
    if (!known) return null;
    return (
      <Tooltip label={known.reason} disabled={known.allowed || !known.reason} key={name}>
        <Button size="xs" disabled={!known.allowed} onClick={go} {...look}>
          {label}
        </Button>
      </Tooltip>
    );
  };
  const mayPropose = acts.may('COUNTER').allowed || acts.may('PROPOSE_CHANGE').allowed;
  return (
    <Stack gap="md">
      <Anchor component={Link} to={`${desk}/orders`} size="sm">
        ← {t(side === 'SUPPLIER' ? 'nav.salesOrders' : 'nav.purchaseOrders')}
      </Anchor>
      <PageHead title={order.number} note={order.note}>
        {action('ACCEPT', t('act.acceptAll'), () => run(acts.accept), { variant: 'filled' })}
        {mayPropose && (
          <Button size="xs" variant="default" onClick={() => setDialog('propose')}>
            {t('act.propose')}
          </Button>
        )}
        {action('REFUSE', t('act.refuse'), () => setDialog('refuse'))}
        {action('CANCEL', t('act.cancelOrder'), () => setDialog('cancel'))}
      </PageHead>
      <Facts order={order} side={side} />
      {order.openProposals.map((proposal) => (
        <Card key={proposal.id} withBorder padding="sm">
          <Changes proposal={proposal} />
          {proposal.side !== side && (
            <Group mt="sm" gap="xs">
              <Button size="xs" onClick={() => run(() => acts.decide(proposal.id, true))}>
                {t('act.accept')}
              </Button>
              <Button size="xs" variant="default" onClick={() => setDialog({ refuses: proposal.id })}>
                {t('act.refuse')}
              </Button>
            </Group>
          )}
        </Card>
      ))}
      <section aria-label={t('order.lines')}>
        <Title order={2} size="h5" mb={4}>
          {t('order.lines')}
        </Title>
        <OrderLines lines={order.lines} currency={order.currency} />
      </section>
      <section aria-label={t('order.history')}>
        <Title order={2} size="h5" mb={4}>
          {t('order.history')}
        </Title>
        <History order={order} />
      </section>
      <ReasonDialog
        opened={dialog === 'refuse'}
        title={t('act.refuse')}
        close={() => setDialog(undefined)}
        confirm={(reason) => run(() => acts.refuse(reason))}
      />
      <ReasonDialog
        opened={dialog === 'cancel'}
        title={t('act.cancelOrder')}
        close={() => setDialog(undefined)}
        confirm={(reason) => run(() => acts.cancel(reason))}
      />
      <ReasonDialog
        opened={typeof dialog === 'object'}
        title={t('act.refuse')}
        close={() => setDialog(undefined)}
        confirm={(reason) => typeof dialog === 'object' && run(() => acts.decide(dialog.refuses, false, reason))}
      />
      {dialog === 'propose' && (
        <ProposeDialog
          opened
          lines={order.lines}
          day={side === 'SUPPLIER' ? 'promisedTo' : 'requestedTo'}
          close={() => setDialog(undefined)}
          confirm={(changes, note) => run(() => acts.propose(changes, note))}
        />
      )}
    </Stack>
  );
};
