package org.gazouillis.web.shell;

import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIInput;
import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.SystemEvent;
import jakarta.faces.event.SystemEventListener;

/// Puts back what was typed when a field of the form was refused. Mojarra 4.0.13 builds the components of our pages
/// anew before it renders them, so that they would show the model's values, which a refusal leaves as they were.
public class TypedValues implements SystemEventListener {
    @Override
    public boolean isListenerForSource(Object source) {
        return source instanceof UIViewRoot;
    }

    @Override
    public void processEvent(SystemEvent event) {
        FacesContext context = event.getFacesContext();
        if (context.isPostback() && context.isValidationFailed()) {
            restore(context, context.getViewRoot());
        }
    }

    private static void restore(FacesContext context, UIComponent component) {
        if (component instanceof UIInput input && input.getSubmittedValue() == null && !input.isLocalValueSet()) {
            input.decode(context);
            input.setValid(context.getMessageList(input.getClientId(context)).isEmpty());
        }
        component.getFacetsAndChildren().forEachRemaining(child -> restore(context, child));
    }
}
