import { memo } from 'react';
import { AdvancedStep } from '../advanced/AdvancedStep.tsx';
import { NicPage } from '../advanced/NicPage.tsx';
import { BasicsStep } from '../basics/BasicsStep.tsx';
import { ContainersStep } from '../containers/ContainersStep.tsx';
import { ServiceStep } from '../service/ServiceStep.tsx';
import type { Place } from './place.ts';

/** The step of a place. One that is left is unmounted; its values and what was touched stay in the form. */
export const StepContent = memo(function StepContent({ place }: { place: Place }) {
  switch (place.step) {
    case 'basics':
      return <BasicsStep />;
    case 'containers':
      return <ContainersStep />;
    case 'service':
      return <ServiceStep />;
    case 'advanced':
      return place.section === 'nics' ? <NicPage /> : <AdvancedStep section={place.section} />;
  }
});
