"""Paths of this room."""

from django.urls import path

from werklandschap.koppelingen.sms import views

urlpatterns = [path("beheer/sms/", views.sms, name="sms")]
